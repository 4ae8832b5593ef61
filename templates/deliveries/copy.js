// Copies the text with exactly the markup of fragment.html; a browser alone would add its own.
(function () {
  "use strict";
  var button = document.getElementById("copy");
  var text = document.getElementById("text");
  var told = document.getElementById("told");
  var asked = false;
  button.hidden = false;
  document.addEventListener("copy", function (event) {
    if (!asked) { return; }
    event.clipboardData.setData("text/html", text.innerHTML);
    event.clipboardData.setData("text/plain", text.innerText);
    event.preventDefault();
  });
  button.addEventListener("click", function () {
    window.getSelection().selectAllChildren(text);
    asked = true;
    // Not navigator.clipboard: pages opened from a disk do not have it everywhere.
    var done = document.execCommand("copy");
    asked = false;
    told.textContent = done ? told.dataset.done : told.dataset.selected;
  });
}());
