package io.acso.edge.cli;

import io.acso.domain.kernel.Visible;
import java.io.PrintWriter;

/** Where all that a command says goes through: text from outside neither steers the terminal nor hides in it. */
final class VisibleOutput extends PrintWriter {

    VisibleOutput(PrintWriter to) {
        super(to);
    }

    @Override
    public void write(int c) {
        write(Character.toString(c));
    }

    @Override
    public void write(char[] text, int offset, int length) {
        write(new String(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) {
        String seen = Visible.text(text.substring(offset, offset + length));
        super.write(seen, 0, seen.length());
    }
}
