package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.json.RecordJson;
import org.holdfast.web.WorksheetViews.FormList;
import org.holdfast.web.WorksheetViews.FormShown;
import org.holdfast.worksheet.FormView;
import org.holdfast.worksheet.Forms;
import org.jspecify.annotations.Nullable;

/// The worksheets that staff choose from, each in its newest version.
final class FormPages {
    private static final RecordJson<FormList> LIST = RecordJson.of(FormList.class);
    private static final RecordJson<FormShown> SHOWN = RecordJson.of(FormShown.class);

    private final Forms forms;
    private final Papers papers;

    FormPages(Forms forms, Papers papers) {
        this.forms = forms;
        this.papers = papers;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var language = Papers.language(context);
        var lines = forms.newest().stream()
                .map(form -> WorksheetViews.line(form, language))
                .toList();
        return Future.succeededFuture(new JsonObject(LIST.print(new FormList(lines))));
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var form = papers.form(context.pathParam("form"), null);
        if (form == null) throw Problem.NOT_FOUND.raised();
        var shown = new FormShown(FormView.of(form, Papers.language(context)));
        return Future.succeededFuture(new JsonObject(SHOWN.print(shown)));
    }
}
