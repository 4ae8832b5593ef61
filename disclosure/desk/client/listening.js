/* What is done on a notice's page with mouse and keyboard, and what the preview tells it. */
import { askToStay } from "./api.js";
import { MARKED } from "./marks.js";

const click = (reading, event) => {
  const index = reading.marks.textAt(event.target);
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  // A link that the keyboard follows is followed; so is any with Ctrl.
  if (index < 0 || !plain || event.detail === 0) return;
  if (!getSelection().isCollapsed && getSelection().toString().trim()) return;
  event.preventDefault();
  event.stopPropagation();
  reading.edit(index, event.target.closest(MARKED));
};

const key = (reading, event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const inField = reading.shadow.activeElement && reading.shadow.activeElement.closest(".field");
  const command = event.ctrlKey || event.metaKey;
  if (!inField && command && !event.altKey) {
    const letter = event.key.toLowerCase();
    const name = letter === "z" && !event.shiftKey ? "undo" : letter === "y" || letter === "z" ? "redo" : "";
    if (!name || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    reading.step(name);
  } else if (event.key === "Enter" && !command && event.target.matches && event.target.matches(MARKED)) {
    if (event.target.tagName === "A") return;
    event.preventDefault();
    reading.edit(reading.marks.textAt(event.target), event.target);
  }
};

/** Let a reading hear what is done on its page. */
export const listen = (reading) => {
  reading.root.addEventListener("click", (event) => click(reading, event), true);
  document.addEventListener("keydown", (event) => key(reading, event));
  document.addEventListener("disclosure-preview-built", (event) => {
    event.preventDefault();
    reading.building = (reading.building || Promise.resolve()).then(() => reading.built());
  });
  addEventListener("resize", () => reading.field && reading.field.place());
  if (window.visualViewport) visualViewport.addEventListener("resize", () => reading.field && reading.field.show());
  // Begun before the page goes: Firefox may end its process with it.
  addEventListener("beforeunload", (event) => {
    reading.saveLeaving();
    askToStay(event);
  });
  addEventListener("pagehide", () => reading.saveLeaving());
};
