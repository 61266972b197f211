// Copies the words of an element: <button data-copy="its id" data-copied="what is said then" hidden>.
(function () {
  const buttons = document.querySelectorAll("[data-copy]");
  if (!buttons.length || document.querySelector(".sse-copied")) return; // another part of the page has loaded it
  const status = document.createElement("p");
  status.className = "sse-copied";
  status.setAttribute("role", "status");
  document.body.appendChild(status);
  let silence;

  function say(words) {
    clearTimeout(silence);
    status.textContent = "";
    setTimeout(() => (status.textContent = words), 50); // said again where it was the last word too
    silence = setTimeout(() => (status.textContent = ""), 5000);
  }

  // Browsers without a clipboard, and pages that are not sent over https.
  function copyByHand(text) {
    const area = document.createElement("textarea");
    area.className = "sse-copied__area";
    area.value = text;
    area.readOnly = true;
    document.body.appendChild(area);
    area.focus({ preventScroll: true });
    area.select();
    area.setSelectionRange(0, text.length);
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    area.remove();
    return done;
  }

  function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const text = ("value" in source ? source.value : source.textContent).trim();
    const told = () => say(button.dataset.copied);
    const otherwise = () => {
      const done = copyByHand(text);
      button.focus({ preventScroll: true });
      if (done) told();
      else getSelection().selectAllChildren(source); // ready for the reader's own keys
    };
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(told, otherwise);
    } else {
      otherwise();
    }
  }

  buttons.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
})();
