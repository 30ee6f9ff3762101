package gongkai.issuer;

import gongkai.issuer.account.Accounts;
import gongkai.issuer.client.ClientFile;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An issuer on any port; several on the same database and keys are one after the other. */
record RunningIssuer(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String DATABASE = "gongkai_issuer";

    static RunningIssuer start(TestPostgres postgres, Path keys, String... more) {
        return new RunningIssuer(new SpringApplicationBuilder(IssuerService.class)
                .properties(more)
                .run(
                        "--spring.config.name=issuer",
                        "--gongkai.issuer.port=0",
                        "--gongkai.issuer.url=http://127.0.0.1:8082",
                        "--gongkai.issuer.keys=" + keys,
                        "--gongkai.accounts.url=" + postgres.jdbcUrl(DATABASE),
                        "--gongkai.accounts.username=" + postgres.user(),
                        "--gongkai.accounts.password=" + postgres.password()));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    Accounts accounts() {
        return bean(Accounts.class);
    }

    /** Of somebody in 平利县 who has chosen this password. */
    void account(String name, String role, String password) {
        var _ = accounts()
                .open(name, List.of(role), List.of("610926"), List.of("*"))
                .orElseThrow();
        accounts().choose(name, password);
    }

    /** Of a program. */
    String secret(String client) {
        return bean(ClientFile.class).machines().stream()
                .filter(it -> it.id().equals(client))
                .findFirst()
                .orElseThrow()
                .secret();
    }

    @Override
    public void close() {
        context.close();
    }
}
