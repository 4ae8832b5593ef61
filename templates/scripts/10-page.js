// Everything here only adds comfort; the page is whole without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const tools = document.querySelector("[data-tools]");
  const told = document.querySelector("[data-told]");

  const remember = (size) => {
    try { localStorage.setItem("dn-size", size); } catch { /* private mode */ }
  };
  const remembered = () => {
    try { return localStorage.getItem("dn-size"); } catch { return null; }
  };
  const setSize = (size) => {
    root.dataset.size = size;
    for (const button of document.querySelectorAll("[data-size][type=button]")) {
      button.setAttribute("aria-pressed", String(button.dataset.size === size));
    }
  };

  if (tools) {
    tools.hidden = false;
    setSize(remembered() || "medium");
    tools.addEventListener("click", async (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.size) {
        setSize(button.dataset.size);
        remember(button.dataset.size);
      } else if ("print" in button.dataset) {
        window.print();
      } else if (button.dataset.copy) {
        try {
          await navigator.clipboard.writeText(button.dataset.copy);
          told.textContent = "text:tools.copied";
        } catch {
          told.textContent = text("tools.copy_by_hand", { address: button.dataset.copy });
        }
      }
    });
  }
})();
