/* A form of the desk: what it asks is sent, what was done is said. */
import { send } from "./api.js";
import { goOn, reasons, tell } from "./telling.js";
import { make } from "./words.js";

const valuesOf = (form, button) => {
  const values = {};
  for (const [name, value] of new FormData(form)) values[name] = value;
  if (button && button.name) values[button.name] = button.value;
  return values;
};

/** Show why something was not done, in the form itself. */
export const refuse = (form, answer) => {
  let box = form.querySelector("[data-refused]");
  if (!box) {
    box = make("div", "desk-note desk-note--bad");
    box.dataset.refused = "";
    box.setAttribute("role", "alert");
    form.append(box);
  }
  box.replaceChildren(...reasons(answer).map((sentence) => make("p", "", sentence)));
};

export const start = (form) => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter || document.activeElement;
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    const address = (button && button.dataset && button.dataset.post) || form.dataset.post;
    const answer = await send(address, valuesOf(form, button));
    delete form.dataset.busy;
    if (!answer.ok) return refuse(form, answer);
    tell(answer.said);
    goOn(answer.page, [answer.said, ...(answer.notes || [])].join(" "));
  });
};
