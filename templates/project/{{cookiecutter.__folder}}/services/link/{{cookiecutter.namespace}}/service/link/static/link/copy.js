// Copies a short address. The path comes from the server; the origin is the one that strangers use, or else ours.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-short-address]");
  if (!button) return;
  const address = new URL(button.dataset.shortAddress, window.location.origin).href;
  try {
    await navigator.clipboard.writeText(address);
    button.textContent = button.dataset.copied;
  } catch {
    // No clipboard over plain HTTP: show the address, selected, to be copied by hand.
    window.prompt(button.textContent, address);
  }
});
