package gongkai.query.person;

import java.util.Map;
import java.util.Optional;

/** Those who were asked for, for as long as one answer takes. */
public final class People {

    /** Nobody was asked for. */
    public static final People NONE = new People(Map.of());

    private final Map<Ask, PersonItem> items;

    People(Map<Ask, PersonItem> items) {
        this.items = Map.copyOf(items);
    }

    public PersonItem of(Ask it) {
        return items.getOrDefault(it, PersonItem.unavailable(it.person()));
    }

    /** Of whoever did something, when it is a person; a program's id is its name. */
    public Optional<String> nameOf(String actor) {
        return Ask.actor(actor).map(this::of).map(PersonItem::text);
    }

    /** Whom to show as having done something. */
    public String called(String actor) {
        return nameOf(actor).orElse(actor);
    }
}
