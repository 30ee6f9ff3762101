package gongkai.http.access;

import gongkai.http.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which addresses somebody may follow: the gate itself is asked, so a page that offers only these offers no refusal. */
public final class OpenAddresses {

    private final List<Map.Entry<PathPattern, Permission>> read;

    public OpenAddresses(AccessMatrix matrix) {
        read = matrix.rows().stream()
                .filter(it -> it.method().equals("GET"))
                .map(it -> Map.entry(PathPatternParser.defaultInstance.parse(it.path()), it))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * @param address path and query of a GET, such as {@code /obligations/610926-2019-04-T03?at=2019-05-01}
     * @return true also for what the matrix does not know, such as the documents of the interface
     */
    public boolean areFor(Caller caller, String address) {
        var parts = address.split("\\?", 2);
        var path = PathContainer.parsePath(parts[0]);
        return read.stream()
                .flatMap(it -> Stream.ofNullable(it.getKey().matchAndExtract(path))
                        .map(found -> Map.entry(it.getValue(), found.getUriVariables())))
                .findFirst()
                .map(it -> isOpen(it.getKey(), caller, AccessGate.idIn(it.getValue()), parameters(parts)))
                .orElse(true);
    }

    private static Map<String, String> parameters(String[] parts) {
        return UriComponentsBuilder.newInstance()
                .query(parts.length == 1 ? "" : parts[1])
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private static boolean isOpen(
            Permission row, Caller caller, Optional<String> pathId, Map<String, String> parameters) {
        try {
            AccessGate.require(row, caller, pathId, parameters::get);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }
}
