package org.holdfast.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The built pages: two documents under the addresses people see, and their hashed files, which never change.
final class Pages {
    private static final String ON_CLASSPATH = "web";
    private static final long A_YEAR = 31_536_000;

    private final String folder;
    private final FileSystemAccess access;

    Pages(@Nullable Path folder) {
        this.folder = folder == null ? ON_CLASSPATH : folder.toString();
        this.access = folder == null ? FileSystemAccess.RELATIVE : FileSystemAccess.ROOT;
    }

    void mount(Router router) {
        for (var path : new String[] {"/", "/join"}) document(router, path, "join.html");
        for (var path : new String[] {"/staff", "/staff/*"}) document(router, path, "staff.html");
        reading(router, "/assets/*")
                .handler(StaticHandler.create(access, folder + "/assets")
                        .setIncludeHidden(false)
                        .setDirectoryListing(false)
                        .setFilesReadOnly(true)
                        .setMaxAgeSeconds(A_YEAR)
                        .setCachingEnabled(true))
                .handler(context -> context.fail(Problem.NOT_FOUND.raised()));
    }

    private void document(Router router, String path, String name) {
        reading(router, path).handler(context -> document(context, name));
    }

    private static Route reading(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /// One document serves every visitor, so that opening a wrong link looks like opening a right one.
    private void document(RoutingContext context, String name) {
        context.response().putHeader("content-type", "text/html; charset=utf-8").putHeader("cache-control", "no-cache");
        context.response().sendFile(folder + "/" + name).onFailure(_ -> {
            if (!context.response().headWritten()) context.fail(Problem.NOT_FOUND.raised());
        });
    }
}
