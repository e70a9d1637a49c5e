package io.acso.edge.api.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.util.FileSystemUtils;

/** Answers with a directory that is made for the answer and gone after it. */
final class ZippedDirectory {

    /** Fills the directory. */
    interface Content {
        void write(Path directory) throws IOException;
    }

    private ZippedDirectory() {}

    static void send(String name, HttpServletResponse response, Content content) throws IOException {
        Path directory = Files.createTempDirectory("bundle-");
        try {
            content.write(directory);
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"");
            zip(directory, response);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static void zip(Path directory, HttpServletResponse response) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
                Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(directory.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
