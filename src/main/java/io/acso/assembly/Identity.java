package io.acso.assembly;

import io.acso.edge.api.security.LocalToken;
import io.acso.edge.api.security.SetupLink;
import io.acso.edge.identity.ApiKeys;
import io.acso.edge.identity.Ceremonies;
import io.acso.edge.identity.Enrolment;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.KnownBrowsers;
import io.acso.edge.identity.Passwords;
import io.acso.edge.identity.People;
import io.acso.edge.identity.Programs;
import io.acso.edge.identity.ServiceClients;
import io.acso.edge.identity.Sessions;
import io.acso.edge.identity.Setup;
import io.acso.edge.identity.SignIn;
import io.acso.edge.identity.SigningKeys;
import io.acso.platform.durability.Durability;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People, programs and how they sign in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class Identity {

    @Bean
    People people(Durability durability, InstantSource clock) {
        return new People(durability, clock, Set.of(LocalToken.OWNER));
    }

    @Bean
    Sessions sessions(Durability durability, People people, IdentitySettings settings, InstantSource clock) {
        return new Sessions(durability, people, settings, clock);
    }

    @Bean
    KnownBrowsers knownBrowsers(Durability durability, InstantSource clock) {
        return new KnownBrowsers(durability, clock);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    SignIn signIn(
            Durability durability,
            People people,
            Sessions sessions,
            Passwords passwords,
            IdentitySettings settings,
            InstantSource clock) {
        return new SignIn(durability, people, sessions, passwords, settings, clock);
    }

    @Bean
    Enrolment enrolment(Durability durability, People people, Sessions sessions, InstantSource clock) {
        return new Enrolment(durability, people, sessions, clock);
    }

    @Bean
    Setup setup(
            Durability durability,
            People people,
            SignIn signIn,
            Passwords passwords,
            IdentitySettings settings,
            InstantSource clock) {
        return new Setup(durability, people, signIn, passwords, settings, clock);
    }

    @Bean
    Ceremonies ceremonies(Durability durability, InstantSource clock) {
        return new Ceremonies(durability, clock);
    }

    /** There is one as long as the platform waits for its first person. */
    @Bean
    SetupLink setupLink(PlatformSettings settings, Setup setup) {
        return SetupLink.of(settings.dataDirectory(), setup.needed());
    }

    @Bean
    Programs knownPrograms(Durability durability) {
        return new Programs(durability);
    }

    @Bean
    ApiKeys apiKeys(Durability durability, People people, Programs programs, InstantSource clock) {
        return new ApiKeys(durability, people, programs, clock);
    }

    @Bean
    ServiceClients serviceClients(Durability durability, People people, Programs programs, InstantSource clock) {
        return new ServiceClients(durability, people, programs, clock);
    }

    @Bean
    SigningKeys signingKeys(Durability durability, InstantSource clock) {
        return new SigningKeys(durability, clock);
    }
}
