/* Where the texts of a notice stand on its page, and which of them has the focus. */
import { same } from "./paths.js";

export class Places {
  constructor(reading) {
    this.reading = reading;
  }

  /* The path of the text that has the focus; what is put anew on the page gets it again. */
  get focused() {
    const index = this.reading.marks.textAt(document.activeElement);
    return index < 0 || !this.reading.texts[index] ? null : this.reading.texts[index].path;
  }

  find(path) {
    return this.reading.texts.findIndex((text) => same(text.path, path));
  }

  elementOf(path) {
    const index = this.find(path);
    return index < 0 ? null : this.reading.marks.elements[index][0] || null;
  }

  focus(path) {
    const element = this.elementOf(path);
    if (element && element !== document.activeElement) element.focus({ preventScroll: this.reading.field !== null });
    return Boolean(element);
  }

  /* Where a text stands among those that can be reached; -1 where it does not. */
  placeOf(path) {
    return this.reading.marks.inOrder.indexOf(this.elementOf(path));
  }

  /** Give the focus to what stands where something stood that is there no more. */
  focusNear(place) {
    const elements = this.reading.marks.inOrder;
    const there = elements[Math.min(place, elements.length - 1)];
    if (there) there.focus({ preventScroll: this.reading.field !== null });
    else this.reading.bar.undo.focus();
  }
}
