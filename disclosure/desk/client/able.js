/* Says on a page of the desk that a browser is too old for it. Written for the oldest there are:
   nothing in it is newer than the language of 2009. */
(function () {
  "use strict";
  var able =
    "noModule" in document.createElement("script") &&
    "replaceChildren" in document.body &&
    "attachShadow" in document.body &&
    typeof Promise === "function" &&
    "allSettled" in Promise &&
    typeof SubmitEvent === "function";
  var said = document.getElementById("desk-old");
  if (!able && said) said.removeAttribute("hidden");
})();
