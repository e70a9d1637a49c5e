package io.acso.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** A display, in CSS pixels. */
record Screen(int width, int height, ColorScheme scheme) {

    static final Screen DESK = new Screen(1440, 1000, ColorScheme.LIGHT);
    /** A desk of 1280 by 1024 at 200 %. */
    static final Screen ZOOMED = new Screen(640, 512, ColorScheme.LIGHT);

    static final Screen PHONE = new Screen(390, 844, ColorScheme.LIGHT);

    /** What every page is looked at on. */
    static List<Screen> all() {
        return List.of(DESK, DESK.inTheDark(), PHONE, PHONE.inTheDark());
    }

    Screen inTheDark() {
        return new Screen(width, height, ColorScheme.DARK);
    }

    boolean dark() {
        return scheme == ColorScheme.DARK;
    }

    boolean phone() {
        return width < 600;
    }

    /** Such as {@code 1440-light}. */
    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
