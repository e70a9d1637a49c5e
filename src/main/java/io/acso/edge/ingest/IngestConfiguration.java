package io.acso.edge.ingest;

import io.acso.platform.durability.Durability;
import io.acso.platform.journal.Journal;
import io.acso.platform.objects.ObjectStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts ingest together. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    @Bean
    Ingest ingest(Journal journal, Quarantine quarantine, InstantSource clock) {
        return new Ingest(EventFormats.BUILT_IN, journal, quarantine, clock, IngestLimits.DEFAULT);
    }

    @Bean
    Quarantine quarantine(Durability durability, ObjectStore objects) {
        return new Quarantine(durability, objects);
    }
}
