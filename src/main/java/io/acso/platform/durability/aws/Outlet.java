package io.acso.platform.durability.aws;

import io.acso.platform.durability.Announcement;

/** Where facts are told outside of this process, in the order of commits; a fact that cannot be told is logged. */
interface Outlet {

    void tell(Announcement fact);
}
