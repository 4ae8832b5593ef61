/* The data of a notice or of the site as a form; each field is saved on leaving, as in the text. */
import { ask } from "./api.js";
import { Saves } from "./saves.js";
import { reasons, refused, tell } from "./telling.js";
import { make, word } from "./words.js";

const TYPES = { day: ["date-text", "2024-01-31"], clock: ["clock-text", "09:30"], count: ["numeric", ""] };

/* A list of one may stand in the file as a text, and a text as several paragraphs. */
const heldIn = ({ value }) => (Array.isArray(value) ? value : value ? [value] : []);

class Form {
  constructor(element, { slug }) {
    this.element = element;
    this.slug = slug;
    this.saves = new Saves(slug);
  }

  async show() {
    const answer = await ask(`form/${this.slug}`);
    if (!answer.ok) return this.element.replaceChildren(...reasons(answer).map((each) => make("p", "desk-bad", each)));
    const form = make("div", "desk-form desk-fields");
    const groups = new Map();
    answer.fields.forEach((field, number) => {
      const name = (field.group || []).join(" · ");
      if (!groups.has(name)) groups.set(name, this.group(name));
      groups.get(name).append(this.field(field, number));
    });
    form.append(...groups.values());
    this.element.replaceChildren(form);
  }

  group(name) {
    const box = make(name ? "fieldset" : "div", "desk-fieldset");
    if (name) box.append(make("legend", "", name));
    return box;
  }

  field(field, number) {
    const box = make("div", "desk-field");
    const id = `desk-field-${number}`;
    const label = make("label", "", field.label);
    label.htmlFor = id;
    if (field.required) label.append(make("span", "desk-quiet", `（${word("form_required")}）`));
    const input = this.input(field);
    input.id = id;
    const help = make("p", "desk-quiet", field.help === field.label ? "" : field.help);
    help.id = `${id}-help`;
    const said = make("p", "desk-bad");
    said.id = `${id}-said`;
    said.setAttribute("role", "alert");
    input.setAttribute("aria-describedby", `${help.id} ${said.id}`);
    const held = { path: field.path, raw: () => heldIn(field).join("\n") };
    this.saves.watch(input, held, () => this.save(field, input, said));
    box.append(label, input, help, said);
    return box;
  }

  input(field) {
    const lines = field.kind === "list";
    const held = heldIn(field);
    const text = held.join("\n");
    if (field.choices && field.choices.length && !lines) {
      const found = make("select");
      for (const choice of ["", ...(field.choices.includes(text) || !text ? field.choices : [text, ...field.choices])]) {
        const option = make("option", "", choice || "—");
        option.value = choice;
        found.append(option);
      }
      found.value = text;
      return found;
    }
    const found = make(lines || text.length > 40 ? "textarea" : "input");
    if (found.tagName === "TEXTAREA") found.rows = lines ? Math.max(2, held.length) : 3;
    const [mode, example] = TYPES[field.kind] || ["", ""];
    if (mode === "numeric") found.inputMode = "numeric";
    if (example) found.placeholder = example;
    found.value = text;
    found.autocomplete = "off";
    return found;
  }

  save(field, input, said) {
    const lines = field.kind === "list";
    const typed = input.value.trim();
    const value = lines && typed.includes("\n") ? typed.split("\n").map((line) => line.trim()).filter(Boolean) : typed;
    const held = { path: field.path, value: () => field.value, hold: (now) => (field.value = now) };
    this.saves.set(held, value, (answer) => {
      said.textContent = answer.ok ? "" : refused(answer);
      if (answer.ok) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
      tell(answer.ok ? answer.said : answer.said || said.textContent, !answer.ok);
    });
  }
}

export const start = (element, context) => new Form(element, context).show();
