/* Bringing in a file: dropped or chosen, read by the desk, its guesses confirmed one by one, kept. */
import { send, sendFile } from "./api.js";
import { cards } from "./guesses.js";
import { goOn, reasons } from "./telling.js";
import { button, make, word } from "./words.js";

const LARGEST = 50 * 1024 * 1024; // bytes, as the desk takes them

class Drop {
  constructor(area) {
    this.area = area;
    this.place = make("div", "desk-brought");
    this.input = make("input", "desk-hidden");
    this.input.type = "file";
    this.input.accept = ".docx,.doc,.wps,.pdf,.txt,.md,.html,.htm,.mht,.mhtml";
    this.input.tabIndex = -1;
    this.input.setAttribute("aria-hidden", "true");
    this.input.addEventListener("change", () => this.take([...this.input.files]));
    const choose = button("desk-button", word("choose"), () => this.input.click());
    this.said = make("p", "desk-bringing");
    this.said.setAttribute("role", "status");
    area.append(choose, this.input, this.said);
    area.after(this.place);
    this.listen();
  }

  listen() {
    const { area } = this;
    const over = (event) => {
      event.preventDefault();
      area.classList.toggle("desk-drop--over", event.type === "dragover");
    };
    for (const name of ["dragover", "dragleave", "drop"]) area.addEventListener(name, over);
    area.addEventListener("drop", (event) => this.take([...event.dataTransfer.files]));
    // A file that misses the area is not opened in its stead.
    for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
  }

  async take(files) {
    if (!files.length) return;
    const [file] = files;
    if (files.length > 1) return this.refuse([word("one_file")]);
    if (file.size > LARGEST) return this.refuse([word("too_large", { name: file.name })]);
    this.place.replaceChildren();
    const bar = make("progress", "desk-progress");
    bar.setAttribute("aria-label", word("progress"));
    this.said.className = "desk-bringing";
    this.said.replaceChildren(word("sending", { name: file.name }), bar);
    const answer = await sendFile("import", file, (part) => {
      if (part < 1) bar.value = part;
      else bar.removeAttribute("value");
    });
    this.input.value = "";
    if (!answer.ok) return this.refuse(reasons(answer));
    this.said.textContent = word("sent", { name: file.name });
    this.show(answer);
  }

  refuse(sentences) {
    this.said.className = "desk-bringing desk-bad";
    this.said.textContent = sentences.join(" ");
  }

  show(told) {
    const box = make("section", "desk-import");
    const title = make("h2", "", told.name);
    title.tabIndex = -1;
    box.setAttribute("aria-label", told.name);
    const facts = [told.conclusion, told.proof].map((sentence, at) => make("p", [told.complete, told.proved][at] ? "" : "desk-bad", sentence));
    const private_ = told.private.map((sentence) => make("p", "desk-bad", sentence));
    const account = make("a", "", word("account"));
    account.href = told.account_html_url;
    account.target = "_blank";
    account.rel = "noopener";
    const draft = make("details", "desk-fold");
    const whole = make("pre", "desk-draft", told.draft);
    whole.tabIndex = 0; // it is scrolled, also by the keyboard
    whole.setAttribute("role", "region");
    whole.setAttribute("aria-label", word("draft"));
    draft.append(make("summary", "", word("draft")), whole);
    box.append(title, ...facts, ...private_, make("p"), this.guesses(told), draft, this.keep(told));
    box.querySelector("p:empty").append(account);
    this.place.replaceChildren(box);
    title.focus();
  }

  /* What is confirmed here is no open question in the notice; the rest is asked there again. */
  guesses(told) {
    this.confirmed = [];
    if (!told.guesses.length) return make("div", "desk-guesses");
    const confirm = ({ number }) => this.confirmed.push(number);
    return cards(told.guesses, { confirm, end: () => this.place.querySelector("[name=slug]").focus() });
  }

  keep(told) {
    const form = make("form", "desk-form");
    const label = make("label", "", word("keep_name"));
    const name = make("input");
    name.name = "slug";
    name.value = told.slug;
    name.required = true;
    name.pattern = "[a-z0-9]+(-[a-z0-9]+)*";
    name.maxLength = 80;
    name.spellcheck = false;
    label.append(name);
    form.append(label);
    let sure = null;
    if (told.stops.length) {
      const box = make("div", "desk-note desk-note--bad");
      box.append(...told.stops.map((sentence) => make("p", "", sentence)));
      const confirm = make("label", "desk-choice");
      sure = make("input");
      sure.type = "checkbox";
      sure.required = true;
      confirm.append(sure, make("span", "", word("stops_confirm")));
      box.append(confirm);
      form.append(box);
    }
    const press = make("button", "desk-button", word("keep"));
    press.type = "submit";
    const said = make("p", "desk-bad");
    said.setAttribute("role", "alert");
    form.append(press, said);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const answer = await send(`import/${told.id}/keep`, {
        slug: name.value,
        confirmed: Boolean(sure && sure.checked),
        guesses: this.confirmed,
      });
      if (answer.ok) goOn(answer.page, answer.said);
      else said.textContent = reasons(answer).join(" ");
    });
    return form;
  }
}

export const start = (area) => {
  new Drop(area);
};
