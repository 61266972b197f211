// Controls that can be seen and do nothing without scripts.
return all("button, input:not([type=hidden]), select, textarea, [role=button]")
  .filter((one) => shown(one) && !(one.closest("form[action]") && !(one.localName === "button" && one.type === "button")))
  .map(named);
