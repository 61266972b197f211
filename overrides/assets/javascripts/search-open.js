// On every page: opens the search at the link in the head or with the key "/", and loads it only then.
(function () {
  const link = document.querySelector("[data-search]");
  const known = window.HTMLDialogElement && "noModule" in HTMLScriptElement.prototype;
  if (!link || !known) return; // the link leads to the page of the search

  let loading;
  function load() {
    loading = loading || new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = link.dataset.search;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  }

  function open() {
    const field = document.querySelector("[data-search-page] [type=search]");
    if (field) return field.focus();
    load()
      .then(function () {
        return window.sseSearch.open(link);
      })
      .catch(function () {
        location.href = link.href;
      });
  }

  link.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });

  // Readers may turn the key off (WCAG 2.2, 2.1.4). "/" needs the shift key on many keyboards.
  document.addEventListener("keydown", function (event) {
    const writing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
    try {
      if (localStorage.getItem("sse-search-key") === "off") return;
    } catch (error) {} // storage is closed: nothing was turned off
    event.preventDefault();
    open();
  });
})();
