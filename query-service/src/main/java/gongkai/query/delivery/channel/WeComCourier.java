package gongkai.query.delivery.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 企业微信群机器人. */
@Component
class WeComCourier implements Courier {

    private final RobotHttp robots;
    private final String server;

    WeComCourier(RobotHttp robots, @Value("${gongkai.delivery.wecom-url}") String server) {
        this.robots = robots;
        this.server = server;
    }

    @Override
    public Channel channel() {
        return Channel.WECOM;
    }

    @Override
    public Outcome deliver(Letter letter) {
        var key = URLEncoder.encode(letter.target(), StandardCharsets.UTF_8);
        return robots.say(server + "/cgi-bin/webhook/send?key=" + key, letter.text());
    }
}
