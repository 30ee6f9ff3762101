package gongkai.query.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.http.access.Caller;
import gongkai.query.access.CommandClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks for all that an answer names at once, with the token of who asks: the command service decides what they may read.
 * Nothing is kept, so nothing outlives an erasure; when nobody answers, an answer says so in their place.
 */
@Component
public class Persons {

    private static final Logger LOG = LoggerFactory.getLogger(Persons.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** As many as one request may ask for. */
    private static final int MOST = 1_000;

    private final RestClient http;

    /** Ids alone; what they are called may change, so not for long. */
    private final Cache<String, Boolean> introduced = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Autowired
    Persons(CommandClients clients) {
        this(clients.ofCaller(PATIENCE));
    }

    Persons(RestClient http) {
        this.http = http;
    }

    private record Question(List<Ask> items) {}

    private record Answer(List<PersonItem> items) {}

    public People actors(String county, Stream<String> actors) {
        return open(county, actors.flatMap(it -> Ask.actor(it).stream()));
    }

    public People open(String county, Stream<Ask> asks) {
        var all = asks.distinct().toList();
        var people = new HashMap<Ask, PersonItem>();
        for (int from = 0; from < all.size(); from += MOST) {
            var some = all.subList(from, Math.min(all.size(), from + MOST));
            ask(county, some).ifPresent(people::putAll);
        }
        return new People(people);
    }

    /** Has the name of whoever asks kept with their key, so that it can be told later who it was; tried again when it fails. */
    public void introduce(String county) {
        var caller = Caller.current();
        if (caller.isPerson()
                && introduced.getIfPresent(caller.actorIn(county)) == null
                && ask(county, List.of()).isPresent()) {
            introduced.put(caller.actorIn(county), true);
        }
    }

    /** Empty: nobody answers. */
    private Optional<Map<Ask, PersonItem>> ask(String county, Collection<Ask> asks) {
        try {
            var answer = http.post()
                    .uri("/api/jurisdictions/{code}/openings", county)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Question(List.copyOf(asks)))
                    .retrieve()
                    .body(Answer.class);
            var people = new HashMap<Ask, PersonItem>();
            var given = Objects.requireNonNull(answer).items().iterator();
            asks.forEach(it -> people.put(it, given.next()));
            return Optional.of(people);
        } catch (RestClientException e) {
            LOG.warn("Persons of {} cannot be read for now: {}", county, e.getMessage());
            return Optional.empty();
        }
    }
}
