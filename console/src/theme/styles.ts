// The order matters: the library's styles lie in a layer, ours come after and win.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './library';
import './tokens.css';
import './base.css';
import './outline.css';
