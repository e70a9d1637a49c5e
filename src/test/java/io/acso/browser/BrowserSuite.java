package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests in a browser. Each has visitors of its own; what a page complained about fails it. */
@ExtendWith(BrowserSuite.Pictures.class)
abstract class BrowserSuite {

    private static final Path PICTURES = Path.of("target", "browser");

    private final Deque<Visitor> visitors = new ArrayDeque<>();

    /** Leaves with the test. */
    Visitor come(Visitor visitor) {
        visitors.addLast(visitor);
        return visitor;
    }

    /** What becomes of one when a test is over. */
    void leave(Visitor visitor) {
        visitor.close();
    }

    @AfterEach
    void leave() {
        List<Visitor> came = List.copyOf(visitors);
        visitors.clear();
        List<String> complaints =
                came.stream().map(Visitor::complaints).flatMap(List::stream).toList();
        came.forEach(this::leave);
        assertThat(complaints).as("what the pages complained about").isEmpty();
    }

    /** What was on the screens when a test failed. */
    static final class Pictures implements AfterTestExecutionCallback {

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isEmpty()) {
                return;
            }
            BrowserSuite suite = (BrowserSuite) context.getRequiredTestInstance();
            String name = suite.getClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            int number = 1;
            for (Visitor visitor : suite.visitors) {
                Path picture = PICTURES.resolve(name + "-" + number++ + ".png");
                try {
                    visitor.keep(picture);
                    context.publishReportEntry(
                            "screen", picture + " at " + visitor.page().url());
                } catch (PlaywrightException gone) {
                    context.publishReportEntry("screen", "no picture: " + gone.getMessage());
                }
            }
        }
    }
}
