package io.acso.browser;

import java.nio.file.Path;

/**
 * Every page of the console as a person sees it, in both themes, at a desk and on a phone.
 * Argument: the directory for the pictures (target/screenshots).
 */
public final class Screenshots {

    private Screenshots() {}

    public static void main(String[] args) {
        Path directory = Path.of(args.length > 0 ? args[0] : "target/screenshots");
        try (Stage stage = Stage.shared()) {
            for (Tour.Stop stop : Tour.of(stage.platform().api())) {
                try (Visitor visitor = stop.signedIn() ? stage.signedIn(Screen.DESK) : stage.nobody(Screen.DESK)) {
                    visitor.open(stop.path());
                    shoot(visitor, stop, directory);
                }
            }
        } finally {
            Theatre.end();
        }
        System.out.println("the pictures are in " + directory);
    }

    private static void shoot(Visitor visitor, Tour.Stop stop, Path directory) {
        for (Screen screen : Screen.all()) {
            visitor.see(screen);
            visitor.settle();
            visitor.keep(directory.resolve(stop.name() + "-" + screen + ".png"));
        }
        visitor.complaints().forEach(complaint -> System.out.println(stop.name() + ": " + complaint));
    }
}
