package io.acso.edge.ingest;

import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.edge.ingest.guardduty.GuardDutyFormat;
import io.acso.edge.ingest.linux.LinuxFormat;
import io.acso.edge.ingest.windows.WindowsFormat;
import io.acso.platform.durability.Durability;
import io.acso.platform.journal.Journal;
import io.acso.platform.objects.ObjectStore;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts ingest together. Another format joins by being a bean. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    @Bean
    Ingest ingest(List<EventFormat> formats, Journal journal, Quarantine quarantine, InstantSource clock) {
        return new Ingest(formats, journal, quarantine, clock, IngestLimits.DEFAULT);
    }

    @Bean
    Quarantine quarantine(Durability durability, ObjectStore objects) {
        return new Quarantine(durability, objects);
    }

    @Bean
    @Order(1)
    EventFormat cloudTrailFormat() {
        return new CloudTrailFormat();
    }

    @Bean
    @Order(2)
    EventFormat guardDutyFormat() {
        return new GuardDutyFormat();
    }

    @Bean
    @Order(3)
    EventFormat windowsFormat() {
        return new WindowsFormat();
    }

    @Bean
    @Order(4)
    EventFormat linuxFormat() {
        return new LinuxFormat();
    }
}
