// Whoever wants to sees what they type. Before it is sent it is a password again, so that no browser remembers it as text.
"use strict";
for (const tick of document.querySelectorAll("input.show")) {
  const secrets = tick.form.querySelectorAll("input[type=password]");
  const show = (shown) => secrets.forEach((it) => (it.type = shown ? "text" : "password"));
  tick.closest("label").hidden = false;
  tick.addEventListener("change", () => show(tick.checked));
  tick.form.addEventListener("submit", () => show(false));
}
