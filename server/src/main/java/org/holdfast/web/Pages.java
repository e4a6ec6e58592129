package org.holdfast.web;

import io.vertx.core.http.HttpMethod;
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
        router.get("/").handler(context -> document(context, "join.html"));
        router.get("/join").handler(context -> document(context, "join.html"));
        router.get("/staff").handler(context -> document(context, "staff.html"));
        router.get("/staff/*").handler(context -> document(context, "staff.html"));
        router.route("/assets/*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(StaticHandler.create(access, folder + "/assets")
                        .setIncludeHidden(false)
                        .setDirectoryListing(false)
                        .setFilesReadOnly(true)
                        .setMaxAgeSeconds(A_YEAR)
                        .setCachingEnabled(true))
                .handler(context -> context.fail(Problem.NOT_FOUND.raised()));
    }

    /// One document serves every visitor, so that opening a wrong link looks like opening a right one.
    private void document(RoutingContext context, String name) {
        context.response().putHeader("content-type", "text/html; charset=utf-8").putHeader("cache-control", "no-cache");
        context.response().sendFile(folder + "/" + name).onFailure(_ -> {
            if (!context.response().headWritten()) context.fail(Problem.NOT_FOUND.raised());
        });
    }
}
