/* All that checking found in a notice, folded into the bar: one list, each with the way to its place. */
import { button, make, word } from "./words.js";

export class FoundList {
  /** bar: in which its button stands. item: makes what is shown of a finding. open: opens a path,
      and says whether it is on the page. */
  constructor(shadow, bar, { item, open }) {
    this.item = item;
    this.open = open;
    this.box = make("section", "found");
    this.box.id = "found";
    this.box.hidden = true;
    this.box.setAttribute("aria-label", word("found"));
    this.button = button("all", word("found"), () => this.fold(!this.box.hidden));
    this.button.title = word("found_help");
    this.button.setAttribute("aria-expanded", "false");
    this.button.hidden = true;
    bar.redo.after(this.button);
    this.box.addEventListener("keydown", (event) => event.key === "Escape" && this.fold(true));
    shadow.insertBefore(this.box, bar.box);
  }

  fold(away) {
    if (this.box.hidden === away) return;
    this.box.hidden = away;
    this.button.setAttribute("aria-expanded", String(!away));
    if (away) this.button.focus();
    else this.box.querySelector("button, a").focus();
  }

  draw({ findings, count, counted }) {
    this.button.hidden = !findings.length;
    const long = make("span", "long", `${word("found")}　${counted}`);
    this.button.replaceChildren(long, make("span", "short", `${word("found")} ${count}`));
    this.button.classList.toggle("worst", findings.some((each) => each.is_error));
    if (!findings.length) this.box.hidden = true;
    const close = button("close", word("found_close"), () => this.fold(true));
    const top = make("div", "top");
    top.append(make("strong", "", counted), close);
    const list = make("ul", "findings");
    list.append(...findings.map((finding) => this.entry(finding)));
    this.box.replaceChildren(top, list);
  }

  entry(finding) {
    const entry = this.item(finding);
    if (!finding.path.length) return entry;
    if (finding.text) entry.querySelector("p").after(make("p", "where", finding.text));
    const row = entry.querySelector(".choices") || entry.appendChild(make("div", "choices"));
    row.prepend(
      button("place", word("open_place"), () => {
        this.box.hidden = true;
        this.button.setAttribute("aria-expanded", "false");
        if (!this.open(finding.path)) this.fold(false);
      }),
    );
    return entry;
  }
}
