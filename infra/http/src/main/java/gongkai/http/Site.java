package gongkai.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Whose page a request comes from. Browsers tell by Sec-Fetch-Site (Fetch Metadata), over plain HTTP by Origin alone. */
public enum Site {
    OURS,
    ANOTHER,
    /** Programs do not tell; a browser always does when it writes. */
    UNTOLD;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    public static boolean isWrite(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    public static Site of(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") ? OURS : ANOTHER;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return UNTOLD;
        }
        return origin.equals(asked(request)) ? OURS : ANOTHER;
    }

    /** As a browser would write it, which leaves the usual port out. */
    private static String asked(HttpServletRequest request) {
        var usual = request.isSecure() ? 443 : 80;
        var port = request.getServerPort() == usual ? "" : ":" + request.getServerPort();
        return request.getScheme() + "://" + request.getServerName() + port;
    }
}
