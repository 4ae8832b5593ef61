/* Findings on a notice's own page: each with its repair, its waiver, and the way to its place. */
import { ask, send } from "./api.js";
import { reasons, tell } from "./telling.js";
import { button, make, word } from "./words.js";

class Checked {
  constructor(element, slug) {
    this.element = element;
    this.slug = slug;
    this.clean = word("clean");
  }

  async show() {
    const answer = await ask(`findings/${this.slug}`);
    if (!answer.ok) return;
    for (const place of document.querySelectorAll("[data-desk-counted]")) place.textContent = answer.counted;
    if (!answer.findings.length) return this.element.replaceChildren(make("p", "", this.clean));
    const list = make("ul", "desk-findings");
    list.append(...answer.findings.map((finding) => this.item(finding)));
    // For who helps the clerk.
    const more = make("details", "desk-fold desk-fold--small");
    const places = make("ol", "desk-places");
    places.append(...answer.findings.map(({ place, code }) => make("li", "", `${place} [${code}]`)));
    more.append(make("summary", "", word("more")), places);
    this.element.replaceChildren(list, more);
  }

  item(finding) {
    const entry = make("li", `desk-finding${finding.is_error ? " desk-finding--error" : ""}`);
    entry.append(make("b", "", finding.level), finding.message);
    if (finding.text) entry.append(make("span", "desk-quiet desk-finding__text", finding.text));
    const row = make("div", "desk-row");
    if (finding.fix) row.append(this.act("fix", finding, () => ({})));
    if (finding.waive) {
      const waive = button("desk-button desk-button--quiet", word("waive"), () => this.reason(entry, waive, finding));
      row.append(waive);
    }
    if (finding.path.length) {
      // The preview's own script leads to the place on the page.
      const see = make("a", "", word("see"));
      see.href = `/notices/${this.slug}/#finding-${finding.number}`;
      row.append(see);
    }
    if (row.children.length) entry.append(row);
    return entry;
  }

  act(name, finding, more, label) {
    return button("desk-button desk-button--quiet", label || word(name), async () => {
      const values = more();
      if (values === null) return;
      const answer = await send(`${name}/${this.slug}`, { code: finding.code, path: finding.path, ...values });
      tell(answer.ok ? answer.said : reasons(answer).join(" "), !answer.ok);
      if (answer.ok) {
        await this.show();
        const next = this.element.querySelector("button") || this.element;
        if (next === this.element) next.tabIndex = -1;
        next.focus();
      }
    });
  }

  reason(entry, waive, finding) {
    const label = make("label", "", word("waive_reason"));
    const input = make("input", "desk-input");
    input.maxLength = 300;
    label.append(input);
    const more = () => {
      if (input.value.trim()) return { reason: input.value.trim() };
      tell(word("reason_needed"), true);
      input.focus();
      return null;
    };
    const form = make("div", "desk-row desk-reason");
    form.append(label, this.act("waive", finding, more, word("waive_save")));
    waive.replaceWith();
    entry.append(form);
    input.focus();
  }
}

export const start = (element, { slug }) => new Checked(element, slug).show();
