// Runs before the first paint, as a classic script in <head>: a stored choice of colours must not flash.
{
  let theme = 'auto';
  try {
    theme = localStorage.getItem('broadsheet-theme') ?? theme;
  } catch {
    // Storage is refused; the system's colours will do.
  }
  document.documentElement.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
}
