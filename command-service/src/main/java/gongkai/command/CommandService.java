package gongkai.command;

import gongkai.time.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the command service; its settings stand in {@code command.yaml}. */
@SpringBootApplication
@EnableScheduling
public class CommandService {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "command");
        SpringApplication.run(CommandService.class, args);
    }

    /** The one business clock, to the microsecond that the ledger keeps; whoever starts the service may give another. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${gongkai.clock-offset}") Duration offset) {
        return Clock.tick(Clock.offset(Clock.system(ChinaTime.ZONE), offset), Duration.ofNanos(1_000));
    }
}
