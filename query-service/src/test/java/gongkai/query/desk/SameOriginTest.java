package gongkai.query.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SameOriginTest {

    private static int answer(String method, String... headers) throws Exception {
        var request = new MockHttpServletRequest(method, "/desk/subscriptions");
        request.setServerName("gongkai.example.gov.cn");
        request.setServerPort(8080);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        var response = new MockHttpServletResponse();
        new SameOrigin().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void only_a_page_of_ours_may_write() throws Exception {
        assertThat(answer("POST", "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(answer("POST", "Origin", "http://gongkai.example.gov.cn:8080"))
                .isEqualTo(200);
        assertThat(answer("POST", "Origin", "http://gongkai.example.gov.cn")).isEqualTo(403);
        assertThat(answer("POST", "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(answer("POST", "Origin", "null")).isEqualTo(403);
        assertThat(answer("POST", "Origin", "http://[")).isEqualTo(403);
        assertThat(answer("POST", "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(answer("POST", "Sec-Fetch-Site", "cross-site", "Origin", "http://gongkai.example.gov.cn:8080"))
                .isEqualTo(403);
        assertThat(answer("POST")).isEqualTo(403);
        assertThat(answer("GET")).isEqualTo(200);
    }
}
