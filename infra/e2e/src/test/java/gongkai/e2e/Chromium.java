package gongkai.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's browser, headless; it remembers whatever a page complained of. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Page page) {
        this.playwright = playwright;
        this.page = page;
    }

    /** Signed in as that program is: with its token in each request. */
    static Chromium open(Api api) {
        return open(api, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** Somebody whom nobody knows yet. */
    static Chromium stranger(String url) {
        return start(new Browser.NewContextOptions().setViewportSize(1280, 900).setBaseURL(url));
    }

    /** @param options of the window and its visitor; the language is Chinese */
    static Chromium open(Api api, Browser.NewContextOptions options) {
        return start(options.setBaseURL(api.url())
                .setExtraHTTPHeaders(
                        Map.of("Authorization", "Bearer " + api.token().get())));
    }

    private static Chromium start(Browser.NewContextOptions options) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing: apt-get install chromium fonts-wqy-microhei");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox")));
        BrowserContext context = browser.newContext(options.setLocale("zh-CN"));
        Chromium chromium = new Chromium(playwright, context.newPage());
        chromium.listen();
        return chromium;
    }

    /** A violated content security policy is an error on the console too. */
    private void listen() {
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") || it.type().equals("warning")) {
                complaints.add(page.url() + " console: " + it.text());
            }
        });
        page.onPageError(it -> complaints.add(page.url() + " error: " + it));
        page.onDialog(it -> {
            complaints.add(page.url() + " dialog: " + it.message());
            it.dismiss();
        });
        page.onRequestFailed(it -> {
            // Whoever leaves a page stops listening, and a file that is saved is no page any more.
            if (!it.url().contains("/api/stream") && !it.url().contains("/evidence")) {
                complaints.add(page.url() + " not loaded: " + it.url());
            }
        });
        page.onResponse(it -> {
            if (it.status() >= 400) {
                complaints.add(page.url() + " answered " + it.status() + ": " + it.url());
            }
        });
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void keepScreenshot(String name) {
        keepScreenshot(name, page);
    }

    void keepScreenshot(String name, Page tab) {
        tab.screenshot(new Page.ScreenshotOptions()
                .setPath(Project.screenshots().resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
