package org.exchangehub.core;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** One small connection pool per database role; transactions are those of the release role unless said otherwise. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseSettings settings) {
        return pool("owner", settings, settings.owner(), 4);
    }

    @Bean
    @Primary
    DataSource releaseDataSource(DatabaseSettings settings) {
        return pool("release", settings, settings.release(), 12);
    }

    @Bean
    DataSource readerDataSource(DatabaseSettings settings) {
        return pool("reader", settings, settings.reader(), 12);
    }

    @Bean
    DataSource logDataSource(DatabaseSettings settings) {
        return pool("log", settings, settings.log(), 4);
    }

    @Bean
    DataSource eraserDataSource(DatabaseSettings settings) {
        return pool("eraser", settings, settings.eraser(), 1);
    }

    private static HikariDataSource pool(
            String name, DatabaseSettings settings, DatabaseSettings.Login login, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections > 1 ? 1 : 0);
        config.setReadOnly(login.equals(settings.reader()));
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "exchange-core " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
