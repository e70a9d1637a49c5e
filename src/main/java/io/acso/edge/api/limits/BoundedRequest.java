package io.acso.edge.api.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request whose body is watched as it is read. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final Supplier<Watch> watch;
    private @Nullable ServletInputStream watched;

    /** Looks at how much was read, after each read; throws when that is too much. */
    interface Watch {
        void read(long bytes);
    }

    /** @param watch begun when the body is first read */
    BoundedRequest(HttpServletRequest request, Supplier<Watch> watch) {
        super(request);
        this.watch = watch;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (watched == null) {
            watched = new Watched(super.getInputStream(), watch.get());
        }
        return watched;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Watched extends ServletInputStream {

        private final ServletInputStream body;
        private final Watch watch;
        private long bytes;

        Watched(ServletInputStream body, Watch watch) {
            this.body = body;
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            bytes += read;
            watch.read(bytes);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
