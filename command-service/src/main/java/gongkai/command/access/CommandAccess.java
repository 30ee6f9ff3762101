package gongkai.command.access;

import static gongkai.http.access.Permission.on;
import static gongkai.http.access.Role.ADMINISTRATOR;
import static gongkai.http.access.Role.AUDITOR;
import static gongkai.http.access.Role.INSPECTOR;
import static gongkai.http.access.Role.OFFICER;
import static gongkai.http.access.Role.REGISTRAR;
import static gongkai.http.access.Subject.COUNTY;
import static gongkai.http.access.Subject.NO_COUNTY;
import static gongkai.http.access.Subject.UNIT;

import gongkai.http.access.AccessConfiguration;
import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Permission;
import gongkai.http.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Every operation of the command API, and who may; see decision 0037. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class CommandAccess {

    @Bean
    static AccessMatrix matrix() {
        return AccessMatrix.of(
                on("PUT", "/api/jurisdictions/{code}", COUNTY, ADMINISTRATOR, REGISTRAR),
                on("PUT", "/api/jurisdictions/{code}/units", COUNTY, REGISTRAR),
                on("POST", "/api/jurisdictions/{code}/units/{unit}/mergers", COUNTY, REGISTRAR),
                on("PUT", "/api/jurisdictions/{code}/calendars/{year}", COUNTY, REGISTRAR),
                on("POST", "/api/jurisdictions/{code}/plans", COUNTY, REGISTRAR),
                on("POST", "/api/jurisdictions/{code}/bulletins", COUNTY, REGISTRAR),
                on("POST", "/api/tasks/{id}/clarifications", COUNTY, REGISTRAR),
                on("POST", "/api/plans/{id}/clarifications", COUNTY, REGISTRAR),
                on("PUT", "/api/jurisdictions/{code}/units/{unit}/contact", COUNTY, REGISTRAR),
                on("DELETE", "/api/persons/{id}", COUNTY, ADMINISTRATOR, REGISTRAR),
                // Whose units it is about, each item tells; the controller asks.
                on("POST", "/api/jurisdictions/{code}/openings", COUNTY, REGISTRAR, INSPECTOR, OFFICER),
                // What a unit did.
                on("POST", "/api/obligations/{id}/publications", UNIT, REGISTRAR, OFFICER),
                on("POST", "/api/publications/{id}/interpretations", UNIT, REGISTRAR, OFFICER),
                on("POST", "/api/publications/{id}/retractions", UNIT, REGISTRAR, OFFICER),
                on("POST", "/api/obligations/{id}/cases", UNIT, REGISTRAR, OFFICER),
                on("POST", "/api/cases/{id}/responses", UNIT, REGISTRAR, OFFICER),
                on("POST", "/api/obligations/{id}/acknowledgements", UNIT, REGISTRAR, OFFICER),
                // What the county rules on it.
                on("POST", "/api/obligations/{id}/reviews", COUNTY, REGISTRAR),
                on("POST", "/api/obligations/{id}/closures", COUNTY, REGISTRAR),
                on("POST", "/api/obligations/{id}/extensions", COUNTY, REGISTRAR),
                on("POST", "/api/obligations/{id}/waivers", COUNTY, REGISTRAR),
                evidence("checkpoint"),
                evidence("vkey"),
                evidence("vkeys"),
                evidence("witnesses"),
                evidence("verification"),
                evidence("proofs/inclusion"),
                evidence("proofs/consistency"),
                evidence("records"),
                evidence("tile/{level}/{*place}"),
                evidence("tile/entries/{*place}"),
                // Who knows the hash of a source document has it from a record that they may read.
                on("GET", "/api/documents/{sha256}", NO_COUNTY, REGISTRAR, INSPECTOR, AUDITOR),
                on("GET", "/api/relay", NO_COUNTY, ADMINISTRATOR, REGISTRAR, INSPECTOR, AUDITOR),
                on("GET", "/api/calendar/due", NO_COUNTY, Role.values()));
    }

    private static Permission evidence(String what) {
        return on("GET", "/api/ledgers/{code}/" + what, COUNTY, ADMINISTRATOR, REGISTRAR, INSPECTOR, AUDITOR);
    }

    /** A token with each request, and nothing is kept between two. */
    @Bean
    SecurityFilterChain tokens(HttpSecurity http, AccessMatrix matrix) throws Exception {
        return AccessConfiguration.tokens(http, matrix)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
