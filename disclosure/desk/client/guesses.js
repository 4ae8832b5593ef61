/* What an import has guessed, one after the other, so that each is looked at. */
import { ask, send } from "./api.js";
import { reasons, refused, tell } from "./telling.js";
import { button, make, word } from "./words.js";

const QUIET = "desk-button desk-button--quiet";

/* What was guessed, as the file has it. */
const shown = ({ label, value }) => {
  const box = make("blockquote", "desk-guessed");
  box.append(make("span", "desk-quiet", label), make("span", "", value === null ? word("guess_part") : value));
  return box;
};

/** Return cards of guesses, the first shown.

    Each has `reason` and `values`, or `places` where no value can be named. `confirm(guess)` and
    `extra(guess, card, draw)`, which returns further buttons, may ask the desk. `end` gets the
    focus when none is left. */
export const cards = (guesses, { confirm, extra, end }) => {
  const box = make("div", "desk-guesses");
  const left = [...guesses];
  const count = make("p", "desk-quiet");
  count.setAttribute("role", "status");
  const card = make("div", "desk-guess");
  let at = 0;
  const draw = (focus) => {
    count.textContent = left.length ? word("guess_count", { count: guesses.length, left: left.length }) : "";
    if (!left.length) {
      card.replaceChildren(make("p", "desk-good", word("guess_done")));
      if (focus && end) end();
      return;
    }
    at %= left.length;
    const guess = left[at];
    const row = make("div", "desk-row");
    const settled = () => {
      left.splice(at, 1);
      draw(true);
    };
    row.append(
      button("desk-button", word("guess_right"), async () => {
        if (await confirm(guess)) settled();
      }),
    );
    if (extra) row.append(...extra(guess, card, settled));
    const skip = button(QUIET, word("guess_next"), () => {
      at += 1;
      draw();
      const buttons = card.querySelectorAll("button");
      buttons[buttons.length - 1].focus();
    });
    if (left.length > 1) row.append(skip);
    const values = (guess.values || []).map(shown);
    card.replaceChildren(make("p", "", guess.reason), ...(values.length ? values : [make("p", "desk-quiet", guess.places)]), row);
    if (focus) card.querySelector("button").focus();
  };
  draw();
  box.append(count, card);
  return box;
};

/* On a notice's page: what is left stands in the file, and is settled there. */
class Left {
  constructor(element, slug) {
    this.element = element;
    this.slug = slug;
  }

  async show() {
    const answer = await ask(`guesses/${this.slug}`);
    if (!answer.ok) return;
    const guesses = answer.guesses.map((each) => ({ ...each, values: [each] }));
    this.count(guesses.length);
    const box = cards(guesses, {
      confirm: (guess) => this.settle(guess),
      extra: (guess, card, settled) => this.extra(guess, card, settled),
      end: () => this.undo.focus(),
    });
    this.undo = button(QUIET, word("undo_last"), () => this.back());
    this.undo.hidden = true;
    this.element.replaceChildren(box, this.undo);
  }

  count(number) {
    const title = document.querySelector("#guesses-count");
    if (title) title.textContent = number;
  }

  async settle(guess, value) {
    const { path, reason, value: was } = guess;
    const answer = await send(`settle/${this.slug}`, { path, reason, was, ...(value === undefined ? {} : { value }) });
    if (!answer.ok) {
      tell(refused(answer), true);
      return false;
    }
    this.undo.hidden = false;
    tell(answer.said);
    ask(`guesses/${this.slug}`).then((now) => now.ok && this.count(now.guesses.length));
    return true;
  }

  async back() {
    const answer = await send(`undo/${this.slug}`);
    tell(answer.ok ? word("undone") : reasons(answer).join(" "), !answer.ok);
    await this.show();
    const next = this.element.querySelector("button");
    if (next) next.focus();
  }

  /* Wrong: a text is corrected in the card, anything else on the page. */
  extra(guess, card, settled) {
    const there = make("a", "desk-button desk-button--quiet", word("guess_there"));
    there.href = `/notices/${this.slug}/#text=${encodeURIComponent(JSON.stringify(guess.path))}`;
    if (guess.value === null) return [there];
    const wrong = button(QUIET, word("guess_wrong"), () => {
      const label = make("label", "", guess.label);
      const input = make("textarea", "desk-input");
      input.value = guess.value;
      input.rows = Math.min(8, Math.max(2, Math.ceil(guess.value.length / 40)));
      label.append(input);
      const row = make("div", "desk-row");
      const keep = button("desk-button", word("save"), async () => {
        if (await this.settle(guess, input.value.trim())) settled();
        else input.focus();
      });
      row.append(keep, there);
      card.replaceChildren(make("p", "", guess.reason), label, row);
      input.focus();
    });
    return [wrong];
  }
}

export const start = (element, { slug }) => new Left(element, slug).show();
