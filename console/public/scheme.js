// Runs before the first paint, so that a page in the dark does not flash.
(function () {
  var kept = null;
  try {
    kept = localStorage.getItem('acso.scheme');
  } catch (refused) {
    // Without storage the system's choice holds.
  }
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
