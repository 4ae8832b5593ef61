/* What was typed and is not in the file yet: kept for this window, should the page or desk end. */
const PREFIX = "dn-desk-draft";

export class Drafts {
  constructor(slug) {
    this.slug = slug;
  }

  key({ path }) {
    return `${PREFIX} ${this.slug} ${JSON.stringify(path)}`;
  }

  keep(text, value) {
    try {
      if (value === text.raw || value === null) sessionStorage.removeItem(this.key(text));
      else sessionStorage.setItem(this.key(text), JSON.stringify({ was: text.raw, value }));
    } catch (error) {
      // A browser that keeps nothing works without.
    }
  }

  /** Return what was typed there, where the file still holds what it was typed for. */
  of(text) {
    try {
      const { was, value } = JSON.parse(sessionStorage.getItem(this.key(text))) || {};
      // Saved, although nobody heard of it: once it is undone it is not wanted back.
      if (value === text.raw) this.forget(text);
      return was === text.raw ? value : undefined;
    } catch (error) {
      return undefined;
    }
  }

  forget(text) {
    if (text) this.keep(text, text.raw);
  }
}
