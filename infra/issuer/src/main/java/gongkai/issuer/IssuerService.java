package gongkai.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the issuer; its settings stand in {@code issuer.yaml}. */
@SpringBootApplication
public class IssuerService {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "issuer");
        SpringApplication.run(IssuerService.class, args);
    }
}
