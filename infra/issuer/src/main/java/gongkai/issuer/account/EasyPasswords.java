package gongkai.issuer.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is guessed first: the 100,000 commonest passwords, names, words, rows of the keyboard, repetitions and dates, also put
 * together or disguised. Nobody outside is asked. OWASP ASVS 5.0, 6.2.4, 6.2.11 and 6.2.12; NIST SP 800-63B-4, 3.1.1.2.
 */
@Component
public class EasyPasswords {

    /** In bits. Ten guesses in a quarter of an hour are let through, so that a hundredth of these guesses takes centuries. */
    private static final double FEWEST_BITS = 35;

    private final List<String> place;

    /** @param place words that everybody here would try, and that count for nothing */
    EasyPasswords(@Value("${gongkai.issuer.words}") List<String> place) {
        this.place = List.copyOf(place);
    }

    /** @param account whose name and counties count for nothing either */
    public boolean contain(String password, Account account) {
        var dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(without(account));
        var estimate = new Nbvcxz(new ConfigurationBuilder()
                        .setDictionaries(dictionaries)
                        .setMinimumEntropy(FEWEST_BITS)
                        .setLocale(Locale.ENGLISH)
                        .createConfiguration())
                .estimate(password);
        return !estimate.isMinimumEntropyMet();
    }

    private Dictionary without(Account account) {
        var words = Stream.of(place, account.jurisdictions(), account.units(), List.of(account.name()))
                .flatMap(List::stream)
                .filter(it -> it.length() > 1)
                .toList();
        return new DictionaryBuilder()
                .setDictionaryName("place")
                .setExclusion(true)
                .addWords(words, 1)
                .createDictionary();
    }
}
