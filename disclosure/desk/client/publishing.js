/* Publishing: the plan, the work with its progress, the way back. */
import { ask, send } from "./api.js";
import { refuse } from "./posting.js";
import { goOn, tell } from "./telling.js";
import { button, make, word } from "./words.js";

const TURN = 250; // milliseconds between two looks at how far it is
const SHOWN = 3; // notes that are read at once

const list = (title, names) => {
  const box = make("details", "desk-fold");
  box.append(make("summary", "", `${title} ${names.length}`));
  const inside = make("ul", "desk-quiet");
  inside.append(...names.map((name) => make("li", "", name)));
  box.append(inside);
  return box;
};

const show = (place, answer) => {
  const parts = [make("p", answer.ok ? "" : "desk-bad", answer.said)];
  for (const { slug, title, said } of answer.blockers || []) {
    const entry = make("p", "desk-finding desk-finding--error");
    if (slug) {
      const link = make("a", "", title || slug);
      link.href = `/-desk/notice/${slug}/`;
      entry.append(link, "　");
    }
    entry.append(said);
    parts.push(entry);
  }
  const notes = answer.notes || [];
  for (const note of notes.slice(0, SHOWN)) parts.push(make("p", "desk-quiet", note));
  if (notes.length > SHOWN) parts.push(list(word("publish_notes"), notes.slice(SHOWN)));
  for (const name of ["written", "deleted"])
    if (Array.isArray(answer[name]) && answer[name].length) parts.push(list(word(`publish_${name}`), answer[name]));
  if (answer.url) {
    const link = make("a", "", answer.url);
    if (/^https?:/.test(answer.url)) link.href = answer.url;
    parts.push(link);
  }
  place.replaceChildren(...parts);
};

/* A lock that was left behind is lifted only by who has read what that means. */
const unlocking = (answer, again) => {
  const box = make("div", "desk-note");
  box.append(make("p", "", answer.unlock));
  const sure = make("label", "desk-choice");
  const tick = make("input");
  tick.type = "checkbox";
  sure.append(tick, make("span", "", word("unlock_sure")));
  const said = make("p", "desk-bad");
  said.setAttribute("role", "alert");
  const press = button("desk-button desk-button--quiet", word("unlock"), () => {
    if (tick.checked) again();
    else said.textContent = word("unlock_first");
  });
  box.append(sure, press, said);
  return box;
};

const follow = async (name, place) => {
  const bar = make("progress", "desk-progress");
  bar.setAttribute("aria-label", word("progress"));
  const said = make("p", "desk-quiet");
  said.setAttribute("role", "status");
  place.replaceChildren(bar, said);
  for (;;) {
    const answer = await ask(`jobs/${name}`);
    if (answer.over || answer.lost || answer.over === undefined) return answer;
    if (answer.total) {
      bar.max = answer.total;
      bar.value = answer.done;
      said.textContent = `${answer.done} / ${answer.total}`;
    }
    await new Promise((resolve) => setTimeout(resolve, TURN));
  }
};

/* Where the notice stands now is said above, too; what was told stays. */
const standAnew = async () => {
  try {
    const answer = await fetch(location.pathname, { credentials: "same-origin" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const name of [".desk-facts", ".desk-next", ".desk-steps"]) {
      const [now, then] = [document, page].map((each) => each.querySelector(name));
      if (now && then) now.replaceWith(document.importNode(then, true));
    }
  } catch (error) {
    // It is published all the same; the button beside it looks again.
  }
};

export const start = (form) => {
  const place = form.querySelector("[data-desk=progress]") || form.appendChild(make("div"));
  place.setAttribute("role", "status");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const pressed = event.submitter || document.activeElement;
    const address = pressed && pressed.dataset ? pressed.dataset.post : "";
    if (!address || form.dataset.busy) return;
    await work(address, false);
  });
  const work = async (address, unlock) => {
    form.dataset.busy = "yes";
    const target = form.querySelector("[name=target]");
    const begun = await send(address, { target: target ? target.value : "", unlock });
    if (begun.ok) {
      const answer = await follow(begun.job, place);
      show(place, answer);
      if (answer.unlock) place.append(unlocking(answer, () => work(address, true)));
      tell(answer.said, !answer.ok);
      if (address !== "publish/plan" && answer.ok) {
        place.append(button("desk-button desk-button--quiet", word("look_again"), () => goOn()));
        await standAnew();
      }
    } else refuse(form, begun);
    delete form.dataset.busy;
  };
};
