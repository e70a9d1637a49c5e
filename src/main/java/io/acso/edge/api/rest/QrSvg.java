package io.acso.edge.api.rest;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG: one path, dark on light with the quiet zone that scanners need, whatever the theme. */
final class QrSvg {

    private static final int QUIET = 4;

    private QrSvg() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#ffffff\"/><path d=\"%2$s\" fill=\"#000000\"/></svg>")
                .formatted(side, path);
    }
}
