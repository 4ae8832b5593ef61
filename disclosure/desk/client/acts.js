/* What stands on a notice's page at the desk is done: signing, sealing, publishing, repairs.
   Every form says by itself where it is sent; everything that comes back is set as text. */
import { ask, open, send } from "./api.js";
import { button, make, useWords, word } from "./words.js";

const said = document.querySelector("#desk-said");
const notice = document.querySelector("#desk-notice");
const slug = notice ? notice.dataset.slug : "";
const KEPT = "desk-said";
const TURN = 250; // milliseconds between two looks at some work

const tell = (text) => {
  said.textContent = text || "";
};

/* What was done is said on the page as it is afterwards. */
const reload = (text, address) => {
  sessionStorage.setItem(KEPT, text || word("act_done"));
  if (address) location.assign(address);
  else location.reload();
};

const valuesOf = (form) => {
  const values = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled) continue;
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked) values[field.name] = field.type === "checkbox" ? true : field.value;
    } else values[field.name] = field.value;
  }
  return values;
};

const answerOf = (form) => {
  let found = form.querySelector(".desk-answer");
  if (!found) {
    found = make("div", "desk-answer");
    found.setAttribute("role", "alert");
    form.append(found);
  }
  found.replaceChildren();
  return found;
};

const busy = (form, is) => {
  for (const each of form.querySelectorAll("button")) each.disabled = is;
  form.setAttribute("aria-busy", String(is));
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const listed = (name, entries) => {
  const box = make("details", "desk-fold");
  box.append(make("summary", "", word(name, { count: entries.length })));
  const list = make("ul", "desk-places");
  list.append(...entries.map((each) => make("li", "", each)));
  box.append(list);
  return box;
};

/* Look at some work until it is over; how far it is stands in a bar. */
const follow = async (name, box) => {
  const bar = make("progress");
  bar.setAttribute("aria-label", word("act_working"));
  const count = make("p", "desk-quiet", word("act_working"));
  box.append(bar, count);
  for (;;) {
    const told = await ask(`jobs/${name}`);
    if (told.over || told.over === undefined) {
      bar.remove();
      count.remove();
      return told;
    }
    if (told.total) {
      bar.max = told.total;
      bar.value = told.done;
      count.textContent = word("act_of", told);
    }
    await wait(TURN);
  }
};

const showWork = (told, box) => {
  box.append(make("p", told.ok ? "desk-good" : "desk-bad", told.said));
  const blockers = told.blockers || [];
  if (blockers.length) {
    const list = make("ul", "desk-findings");
    for (const each of blockers) {
      const entry = make("li", "desk-finding desk-finding--error");
      if (each.slug) {
        const link = make("a", "", each.slug);
        link.href = `/-desk/notice/${each.slug}/`;
        entry.append(link, " ");
      }
      entry.append(each.said);
      list.append(entry);
    }
    box.append(list);
  }
  for (const each of told.notes || []) box.append(make("p", "desk-quiet", each));
  if ((told.written || []).length) box.append(listed("act_written", told.written));
  if ((told.deleted || []).length) box.append(listed("act_deleted", told.deleted));
};

const submit = async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const route = (event.submitter && event.submitter.dataset.post) || form.dataset.post;
  const box = answerOf(form);
  busy(form, true);
  const answer = await send(route, valuesOf(form));
  const told = answer.job ? await follow(answer.job, box) : answer;
  busy(form, false);
  if (!told.ok && !answer.job) box.append(make("p", "desk-bad", told.said));
  else if (route === "publish/plan" || !told.ok) showWork(told, box);
  else reload([told.said, ...(told.notes || [])].join(" "), told.page);
};

const waiver = (entry, row, finding) => {
  const label = make("label", "", word("act_reason"));
  const input = make("input");
  input.maxLength = 300;
  label.append(input);
  const keep = button("desk-button", word("act_keep"), () => {
    if (input.value.trim()) act("waive", finding, { reason: input.value.trim() });
    else input.focus();
  });
  row.replaceChildren(label, keep);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    keep.click();
  });
  input.focus();
};

const act = async (name, { code, path }, more) => {
  const answer = await send(`${name}/${slug}`, { code, path, ...more });
  if (answer.ok) reload(answer.said);
  else tell(answer.said);
};

const findingOf = (finding) => {
  const entry = make("li", finding.is_error ? "desk-finding desk-finding--error" : "desk-finding");
  entry.append(make("b", "", finding.level), finding.message);
  if (finding.text) entry.append(make("code", "desk-quiet", finding.text));
  const row = make("div", "desk-row desk-form");
  if (finding.fix) row.append(button("desk-button", word("act_fix"), () => act("fix", finding)));
  if (finding.waive)
    row.append(button("desk-button desk-button--quiet", word("act_waive"), () => waiver(entry, row, finding)));
  if (finding.path.length) {
    const link = make("a", "", word("act_see"));
    link.href = `/notices/${slug}/#finding-${finding.number}`;
    row.append(link);
  }
  if (row.children.length) entry.append(row);
  return entry;
};

const findings = async (box) => {
  const answer = await ask(`findings/${slug}`);
  if (!answer.ok || !answer.findings.length) return;
  const list = make("ul", "desk-findings");
  list.append(...answer.findings.map(findingOf));
  box.replaceChildren(list);
};

const compared = async (box) => {
  const answer = await ask(`compare/${slug}`);
  box.replaceChildren(make("p", "", answer.said));
  const list = make("ul", "desk-compared");
  for (const { what, before, after } of answer.facts || []) {
    const entry = make("li", "", `${what}　`);
    entry.append(make("del", "", before || word("act_nothing")), " ", make("ins", "", after || word("act_nothing")));
    list.append(entry);
  }
  for (const runs of answer.texts || []) {
    const entry = make("li");
    for (const [kind, text] of runs)
      entry.append(kind === "same" ? text : make(kind === "deleted" ? "del" : "ins", "", text));
    list.append(entry);
  }
  if (list.children.length) box.append(list);
};

/* A step that is named in the address, or chosen above, is opened. */
const opened = () => {
  const part = location.hash && document.getElementById(location.hash.slice(1));
  if (part && part.matches("details.desk-part")) part.open = true;
};

const begin = async () => {
  if (!(await open())) return;
  const told = await ask("words");
  if (!told.ok) return tell(told.said);
  useWords(told.words);
  for (const form of document.querySelectorAll("form[data-desk=post], form[data-desk=publish]"))
    form.addEventListener("submit", submit);
  const before = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  tell(before);
  opened();
  addEventListener("hashchange", opened);
  const found = document.querySelector("[data-desk=findings]");
  if (found && slug) await findings(found);
  const comparison = document.querySelector("[data-desk=compare]");
  if (comparison)
    comparison.closest("details").addEventListener("toggle", () => compared(comparison), { once: true });
  document.documentElement.dataset.deskReady = "yes";
};

begin();
